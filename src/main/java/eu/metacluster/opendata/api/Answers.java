package eu.metacluster.opendata.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The shape of what an operation answers; the contract describes it, a test holds answers to it.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface Answers {

  /** A record that describes the JSON. */
  Class<?> value();

  /** The tag under which the contract lists the operation. */
  String tag();

  /** Whether the parameters that narrow a search may be given. */
  boolean narrowed() default false;
}
