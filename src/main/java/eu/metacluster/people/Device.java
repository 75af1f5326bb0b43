package eu.metacluster.people;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a person signs in with, in the two names that they know it by. */
final class Device {

  private static final List<Map.Entry<String, String>> BROWSERS =
      List.of(
          Map.entry("Edg", "Edge"),
          Map.entry("OPR/", "Opera"),
          Map.entry("Firefox/", "Firefox"),
          Map.entry("Chrome/", "Chrome"),
          Map.entry("CriOS/", "Chrome"),
          Map.entry("Safari/", "Safari"));
  private static final List<Map.Entry<String, String>> SYSTEMS =
      List.of(
          Map.entry("Android", "Android"),
          Map.entry("iPhone", "iPhone"),
          Map.entry("iPad", "iPad"),
          Map.entry("Windows", "Windows"),
          Map.entry("Mac OS", "macOS"),
          Map.entry("CrOS", "ChromeOS"),
          Map.entry("Linux", "Linux"));

  private Device() {}

  /** Such as {@code Firefox · Linux}; empty when nothing is recognised. */
  static String of(@Nullable String userAgent) {
    String agent = userAgent == null ? "" : userAgent;
    String browser = first(BROWSERS, agent);
    String system = first(SYSTEMS, agent);
    return browser.isEmpty() || system.isEmpty() ? browser + system : browser + " · " + system;
  }

  private static String first(List<Map.Entry<String, String>> names, String agent) {
    return names.stream()
        .filter(name -> agent.contains(name.getKey()))
        .findFirst()
        .map(Map.Entry::getValue)
        .orElse("");
  }
}
