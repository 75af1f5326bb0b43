package eu.metacluster.discovery.pages;

import eu.metacluster.discovery.search.Facet;
import eu.metacluster.discovery.search.GridQuery;
import eu.metacluster.platform.PublicEndpoint;
import eu.metacluster.shared.Refusal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The buttons of pages on which much is chosen: reads the question that the form sends once,
 * changes it as the button says, and leads to the address that one keeps, sends on and comes back
 * to.
 */
@Controller
@PublicEndpoint("the grid is open to everybody")
class StepController {

  /** Longer, it would not go into the head of an answer. */
  private static final int LONGEST = 60_000;

  private static final String LISTS = "grid|organisations|map|overview";

  @GetMapping("/step/{sorting}/{page:" + LISTS + "}")
  String step(
      @PathVariable String sorting,
      @PathVariable String page,
      @RequestParam MultiValueMap<String, String> parameters) {
    return "redirect:" + address(sorting, page, parameters);
  }

  /** Of the one page whose address has two parts. */
  @GetMapping("/step/{sorting}/overview/network")
  String step(
      @PathVariable String sorting, @RequestParam MultiValueMap<String, String> parameters) {
    return "redirect:" + address(sorting, "overview/network", parameters);
  }

  private static String address(
      String sorting, String page, MultiValueMap<String, String> parameters) {
    boolean organisations = page.equals("organisations");
    parameters.set("sort", sorting);
    GridQuery asked = GridQuery.of(parameters);
    GridQuery query = organisations ? asked.without(Facet.KIND) : asked;
    Map<String, String> kept = new LinkedHashMap<>();
    if (page.equals("map")) {
      kept.putAll(AtlasChoice.of(parameters).kept());
    } else if (!page.startsWith("overview")) {
      kept.putAll(Look.of(parameters, organisations).kept());
    }
    Ways ways = new Ways("/" + page, organisations ? Facet.KIND : null, kept, query);
    return fitting(ways.address(Objects.toString(parameters.getFirst("change"), "")));
  }

  /** The address, as far as it goes into the head of an answer. */
  static String fitting(String address) {
    if (address.length() > LONGEST) {
      throw new Refusal(Refusal.Kind.BAD_INPUT, "MC-1693", "discovery.refused.tooMuch");
    }
    return address;
  }
}
