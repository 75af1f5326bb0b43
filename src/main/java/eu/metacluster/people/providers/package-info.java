/** Signing in where somebody else knows the person: OpenID Connect, by verified address only. */
@NullMarked
package eu.metacluster.people.providers;

import org.jspecify.annotations.NullMarked;
