package eu.metacluster.platform.security;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;

/** A way to sign in that needs filters of its own; a module contributes it as a bean. */
public interface SignInWay {

  /** Adds what it needs to the one chain of filters. */
  void add(HttpSecurity http);
}
