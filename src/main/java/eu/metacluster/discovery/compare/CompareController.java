package eu.metacluster.discovery.compare;

import eu.metacluster.platform.PublicEndpoint;
import eu.metacluster.platform.web.Language;
import eu.metacluster.platform.web.Shell;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Two to four records side by side; the address says which. */
@Controller
@PublicEndpoint("what is public may be compared; what is not public is not found")
class CompareController {

  private final Comparisons comparisons;
  private final Shell shell;

  CompareController(Comparisons comparisons, Shell shell) {
    this.comparisons = comparisons;
    this.shell = shell;
  }

  @GetMapping("/compare")
  ModelAndView compare(
      @RequestParam MultiValueMap<String, String> parameters, HttpServletRequest request) {
    Comparison comparison =
        comparisons.of(
            parameters.getOrDefault("with", List.of()),
            Objects.requireNonNullElse(parameters.getFirst("find"), ""),
            shell.page(Language.of(request)));
    return new ModelAndView("discovery/compare", Map.of("comparison", comparison));
  }
}
