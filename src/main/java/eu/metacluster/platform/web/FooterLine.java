package eu.metacluster.platform.web;

import org.jspecify.annotations.Nullable;

/**
 * A line at the foot of every page, such as the attribution that a source's licence asks for; a
 * module contributes it as a bean.
 *
 * @param key the bundle key of its text
 * @param address where it leads, or {@code null}
 * @param order smaller comes first
 */
public record FooterLine(String key, @Nullable String address, int order) {}
