package eu.metacluster.opendata.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says of an operation that it is going to end. Its answers tell so in the headers {@code
 * Deprecation} (RFC 9745) and {@code Sunset} (RFC 8594), and so do the contract and its page.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface Ending {

  /** The day from which nothing new should use it, as {@code 2027-01-01}. */
  String deprecated();

  /** The day from which it may be gone, at least 24 months later. */
  String sunset();

  /** The path of what takes its place, empty when nothing does. */
  String instead() default "";
}
