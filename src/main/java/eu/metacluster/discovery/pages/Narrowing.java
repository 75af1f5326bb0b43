package eu.metacluster.discovery.pages;

import eu.metacluster.discovery.search.Facet;

/** A value to narrow by, in words, and how many records have it. */
public record Narrowing(Facet facet, String text, long count, String href) {}
