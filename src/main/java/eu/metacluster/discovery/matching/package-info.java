/**
 * Matching, once for all: what is nearest to a text, a record or a profile of several texts. Texts
 * are compared by their words and by what they mean, organisations are found through the projects
 * that are nearest, and every answer says why it is one.
 */
@NullMarked
package eu.metacluster.discovery.matching;

import org.jspecify.annotations.NullMarked;
