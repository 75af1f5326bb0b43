package eu.metacluster.screening.rules;

import eu.metacluster.platform.PublicEndpoint;
import eu.metacluster.screening.deciding.Criteria;
import eu.metacluster.screening.deciding.Settings;
import eu.metacluster.screening.queue.Figures;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Says to everybody how a record comes to be public, and what the model has to do with it. */
@Controller
class HowWeDecideController {

  private static final UUID NOBODY = new UUID(0, 0);

  private final Criteria criteria;
  private final Settings settings;
  private final Figures figures;
  private final WhatRanks whatRanks;

  HowWeDecideController(
      Criteria criteria, Settings settings, Figures figures, WhatRanks whatRanks) {
    this.whatRanks = whatRanks;
    this.criteria = criteria;
    this.settings = settings;
    this.figures = figures;
  }

  @GetMapping("/how-we-decide")
  @PublicEndpoint("The rules by which records become public are public themselves.")
  String page(Model model) {
    WhatRanks.Now ranks = whatRanks.now();
    model.addAttribute(
        "view",
        new HowView(
            settings.twoPerson(),
            settings.oneForOwn(),
            criteria.inForce(),
            figures.progress(NOBODY),
            ranks.scope(),
            ranks.byWords(),
            ranks.own(),
            ranks.problem()));
    return "screening/how";
  }
}
