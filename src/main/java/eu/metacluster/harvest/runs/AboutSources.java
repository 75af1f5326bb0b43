package eu.metacluster.harvest.runs;

import eu.metacluster.grid.Sources;
import eu.metacluster.platform.PublicEndpoint;
import eu.metacluster.platform.web.FooterLine;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Tells everybody where the facts come from, how fresh they are and how good each source is. */
@Controller
class AboutSources {

  private static final Duration FRESH = Duration.ofMinutes(1);

  private final SourceViews views;
  private final Sources sources;
  private volatile @Nullable Counted counted;

  AboutSources(SourceViews views, Sources sources) {
    this.views = views;
    this.sources = sources;
  }

  @Bean
  static FooterLine aboutSourcesLine() {
    return new FooterLine("harvest.about", "/about/sources", 15);
  }

  @GetMapping("/about/sources")
  @PublicEndpoint("says where public facts come from and under which terms")
  String sources(Model model) {
    Sources.Shares shares = shares();
    List<SourcePart> parts =
        views.all().stream()
            .filter(view -> view.source().condition().retired() == null)
            .map(view -> part(view, shares))
            .toList();
    model.addAttribute("parts", parts);
    model.addAttribute("total", shares.total());
    return "harvest/aboutSources";
  }

  /** Counting reads every record that a source states something about: once a minute is enough. */
  private Sources.Shares shares() {
    Counted now = counted;
    if (now == null || System.nanoTime() - now.nanos() > FRESH.toNanos()) {
      now = new Counted(sources.shares(), System.nanoTime());
      counted = now;
    }
    return now.shares();
  }

  private record Counted(Sources.Shares shares, long nanos) {}

  private static SourcePart part(SourceView view, Sources.Shares shares) {
    long records = shares.records().getOrDefault(view.source().id(), 0L);
    return new SourcePart(
        view, records, shares.total() == 0 ? 0 : (double) records / shares.total());
  }
}
