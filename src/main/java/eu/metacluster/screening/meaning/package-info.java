/**
 * What the texts of waiting records mean, as vectors: computed once per text, in the background,
 * when nobody imports; kept by the text's hash, so that the same text is never computed twice.
 * Nothing else waits for them: without a vector the linear model does the work alone.
 */
@NullMarked
package eu.metacluster.screening.meaning;

import org.jspecify.annotations.NullMarked;
