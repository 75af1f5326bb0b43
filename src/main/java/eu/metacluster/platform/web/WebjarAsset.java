package eu.metacluster.platform.web;

/**
 * One file of a packaged library that pages may load; a module contributes it as a bean. Nothing
 * else of the library is served.
 *
 * @param name what {@code page.asset(…)} calls it, such as {@code tabler.css}
 * @param location on the class path
 */
public record WebjarAsset(String name, String location) {}
