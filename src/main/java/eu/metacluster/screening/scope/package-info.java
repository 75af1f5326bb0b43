/**
 * Decides how far a text belongs on a precision-medicine-in-cancer grid, and says by which
 * sentences.
 *
 * <p>The committee reads a few hundred proposals a year out of tens of thousands that the sources
 * bring in. What it needs is a good order and a visible reason, from a model that runs on any
 * machine, for every record, again whenever a text changes. So the model is linear over words: a
 * score is a sum, each sentence owns its part of that sum, and a whole harvest is scored in
 * seconds. What a small labelled sample cannot teach it comes from the many unlabelled texts
 * (document frequencies, latent dimensions folded back into word weights) and from a lexicon of
 * concepts. It ranks and explains; a person decides.
 */
@NullMarked
package eu.metacluster.screening.scope;

import org.jspecify.annotations.NullMarked;
