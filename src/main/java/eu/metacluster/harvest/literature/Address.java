package eu.metacluster.harvest.literature;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;

/** An address with arguments; those that are set here take the place of what a person typed. */
final class Address {

  private final StringBuilder text;

  private Address(String text) {
    this.text = new StringBuilder(text);
  }

  /** An address without these arguments. */
  static Address without(URI typed, Set<String> arguments) {
    String names = arguments.stream().collect(Collectors.joining("|"));
    String all = typed.toString();
    int query = all.indexOf('?');
    if (query < 0) {
      return new Address(all);
    }
    String kept = all.substring(query).replaceAll("(?<=[?&])(?:" + names + ")=[^&]*&?", "");
    return new Address(all.substring(0, query) + kept.replaceAll("[?&]$", ""));
  }

  Address with(String name, String value) {
    if (!value.isBlank()) {
      text.append(text.indexOf("?") < 0 ? '?' : '&').append(name).append('=');
      text.append(URLEncoder.encode(value.strip(), StandardCharsets.UTF_8));
    }
    return this;
  }

  URI uri() {
    return URI.create(text.toString());
  }
}
