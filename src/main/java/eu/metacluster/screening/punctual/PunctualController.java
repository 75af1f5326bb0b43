package eu.metacluster.screening.punctual;

import eu.metacluster.platform.PublicEndpoint;
import eu.metacluster.screening.clock.Punctuality;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** How fast the committee decides on what people hand in, for everybody to see. */
@Controller
@PublicEndpoint("a public promise has public figures")
class PunctualController {

  private final Punctuality punctuality;

  PunctualController(Punctuality punctuality) {
    this.punctuality = punctuality;
  }

  @GetMapping("/how-fast")
  ModelAndView figures() {
    return new ModelAndView(
        "screening/howFast",
        Map.of(
            "year", punctuality.year(),
            "months", punctuality.months(),
            "waiting", punctuality.waiting()));
  }
}
