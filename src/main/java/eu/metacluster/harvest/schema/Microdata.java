package eu.metacluster.harvest.schema;

import java.util.List;
import org.jsoup.nodes.Element;

/** Reads microdata (HTML Living Standard, 5) of a page. */
final class Microdata {

  private static final int DEPTH = 20;

  private Microdata() {}

  /** The things of a page that are not a property of another. */
  static List<Thing> read(Element page) {
    return page.select("[itemscope][itemtype]:not([itemprop])").stream()
        .limit(5_000)
        .map(element -> thing(element, 0))
        .toList();
  }

  private static Thing thing(Element element, int depth) {
    Thing thing = new Thing();
    for (String type : element.attr("itemtype").split("\\s+", 20)) {
      thing.type(type);
    }
    thing.id(element.attr("itemid"));
    properties(element, thing, depth);
    return thing;
  }

  private static void properties(Element element, Thing thing, int depth) {
    for (Element child : element.children()) {
      boolean scope = child.hasAttr("itemscope");
      if (child.hasAttr("itemprop")) {
        for (String name : child.attr("itemprop").split("\\s+", 20)) {
          thing.put(name, scope && depth < DEPTH ? thing(child, depth + 1) : value(child));
        }
      }
      if (!scope && depth < 200) {
        properties(child, thing, depth + 1);
      }
    }
  }

  private static String value(Element element) {
    if (element.hasAttr("content")) {
      return element.attr("content");
    }
    return switch (element.normalName()) {
      case "a", "area", "link" -> element.attr("abs:href");
      case "img", "audio", "video", "embed", "iframe", "source" -> element.attr("abs:src");
      case "time" -> element.hasAttr("datetime") ? element.attr("datetime") : element.text();
      case "data", "meter" -> element.attr("value");
      default -> element.wholeText().strip();
    };
  }
}
