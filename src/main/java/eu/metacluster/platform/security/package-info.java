/**
 * Deny by default: who may call an endpoint, how a session remembers a person, and which headers
 * every response carries.
 */
@NullMarked
@NamedInterface("security")
package eu.metacluster.platform.security;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
