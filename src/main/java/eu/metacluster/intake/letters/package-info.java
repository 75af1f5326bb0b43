/** What a sender is told by mail, in the language of their form: once each, with a link. */
@NullMarked
package eu.metacluster.intake.letters;

import org.jspecify.annotations.NullMarked;
