package eu.metacluster.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What all pages have in common: texts, assets, and what the modules contribute to the frame. */
@Component
public class Shell {

  private final Texts texts;
  private final Assets assets;
  private final List<NavEntry> entries;
  private final List<FooterLine> footer;
  private final ObjectProvider<PageHead> heads;
  private final Map<Language, Formats> formats = new EnumMap<>(Language.class);
  private final String version;

  Shell(
      Texts texts,
      Assets assets,
      ObjectProvider<NavEntry> entries,
      ObjectProvider<FooterLine> footer,
      ObjectProvider<PageHead> heads,
      @Value("${metacluster.time-zone}") ZoneId zone) {
    this.texts = texts;
    this.assets = assets;
    this.entries = entries.stream().sorted(Comparator.comparingInt(NavEntry::order)).toList();
    this.footer = footer.stream().sorted(Comparator.comparingInt(FooterLine::order)).toList();
    this.heads = heads;
    for (Language language : Language.values()) {
      formats.put(language, new Formats(language, zone));
    }
    String built = Shell.class.getPackage().getImplementationVersion();
    this.version = built == null ? "0" : built;
  }

  /** The page that answers this request; {@code response} lets it set and clear small cookies. */
  public Page page(HttpServletRequest request, @Nullable HttpServletResponse response) {
    return new Page(this, Language.of(request), request, Flash.take(request, response));
  }

  /** A page outside any request, such as a mail: texts and formats only. */
  public Page page(Language language) {
    return new Page(this, language, null, null);
  }

  Texts texts() {
    return texts;
  }

  Assets assets() {
    return assets;
  }

  List<NavEntry> entries() {
    return entries;
  }

  List<FooterLine> footer() {
    return footer;
  }

  /** What the modules put into the head of the page at this path. */
  String head(String path) {
    StringBuilder head = new StringBuilder();
    heads.orderedStream().forEach(one -> head.append(one.of(path)));
    return head.toString();
  }

  Formats formats(Language language) {
    return Objects.requireNonNull(formats.get(language));
  }

  String version() {
    return version;
  }
}
