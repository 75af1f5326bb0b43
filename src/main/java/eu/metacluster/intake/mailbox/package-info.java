/** The mailbox: what people send there becomes a submission, and everybody gets an answer. */
@NullMarked
package eu.metacluster.intake.mailbox;

import org.jspecify.annotations.NullMarked;
