/** The outbox behind {@link eu.metacluster.platform.Mailer}: sending, trying again, the mailbox. */
@NullMarked
package eu.metacluster.platform.mail;

import org.jspecify.annotations.NullMarked;
