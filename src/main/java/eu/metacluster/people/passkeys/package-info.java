/** Signing in with a passkey: what a person's own device proves, without mail and without words. */
@NullMarked
package eu.metacluster.people.passkeys;

import org.jspecify.annotations.NullMarked;
