package eu.metacluster.opendata.api;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** An address with its parameters, those that are null left out. */
final class Address {

  private final StringBuilder text;
  private char before = '?';

  Address(String path) {
    text = new StringBuilder(path);
  }

  Address with(String name, @Nullable String value) {
    if (value != null) {
      text.append(before).append(name).append('=');
      text.append(URLEncoder.encode(value, StandardCharsets.UTF_8));
      before = '&';
    }
    return this;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
