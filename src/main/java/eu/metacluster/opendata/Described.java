package eu.metacluster.opendata;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What an operation, a parameter or a part of an answer means, as the contract says it. */
@Documented
@Target({ElementType.METHOD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Described {

  /** One sentence in English. */
  String value();

  /** A value that can be tried out, empty for none. */
  String example() default "";
}
