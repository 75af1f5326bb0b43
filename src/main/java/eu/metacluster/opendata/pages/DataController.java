package eu.metacluster.opendata.pages;

import eu.metacluster.opendata.Road;
import eu.metacluster.opendata.items.ItemSource;
import eu.metacluster.opendata.items.Items;
import eu.metacluster.platform.PublicEndpoint;
import eu.metacluster.platform.SiteAddress;
import eu.metacluster.platform.web.FooterLine;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The page "Use our data". */
@Controller
@PublicEndpoint("says how everybody may use what is public")
class DataController {

  private final Items items;
  private final SiteAddress site;
  private final List<Road> roads;

  DataController(Items items, SiteAddress site, ObjectProvider<Road> roads) {
    this.items = items;
    this.site = site;
    this.roads = roads.stream().sorted(Comparator.comparingInt(Road::order)).toList();
  }

  @GetMapping("/data")
  ModelAndView data() {
    List<ItemSource> sources = items.sources();
    long total = items.counts().values().stream().mapToLong(Long::longValue).sum();
    return new ModelAndView(
        "opendata/data",
        Map.of(
            "roads", roads,
            "sources", sources,
            "total", total,
            "examples", Example.all(site.of(""))));
  }

  /** The roads of this part, and the line that leads here. */
  @Configuration(proxyBeanMethods = false)
  static class Roads {

    @Bean
    FooterLine useOurData() {
      return new FooterLine("opendata.data.title", "/data", 5);
    }

    @Bean
    Road apiRoad() {
      return new Road("api", "/data/api", 10);
    }

    @Bean
    Road dumpRoad() {
      return new Road("dumps", "/dumps", 20);
    }

    @Bean
    Road changesRoad() {
      return new Road("changes", "/api/v1/changes", 30);
    }

    @Bean
    Road feedRoad() {
      return new Road("feeds", "/feeds/new.atom", 40);
    }

    @Bean
    Road embedRoad() {
      return new Road("embed", "/data/embed", 60);
    }

    @Bean
    Road calendarRoad() {
      return new Road("calendar", "/calendar/events.ics", 50);
    }
  }
}
