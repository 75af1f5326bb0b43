/**
 * Reads the pages of a web site that has no interface of its own: found by its sitemap, told apart
 * by what they say of themselves, and reduced to the facts that change when the page has something
 * new to say.
 */
@NullMarked
package eu.metacluster.harvest.pages;

import org.jspecify.annotations.NullMarked;
