package eu.metacluster.discovery.pages;

import org.jspecify.annotations.Nullable;

/**
 * A way to ask a little differently: a link, or, where each link would carry very much, a button of
 * the form that holds the question.
 *
 * @param href where the link leads, null for a button
 * @param action where the button sends the question
 * @param change what the button says, see {@link Ways#address}
 */
public record Step(@Nullable String href, String action, String change) {}
