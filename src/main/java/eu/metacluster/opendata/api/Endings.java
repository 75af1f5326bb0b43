package eu.metacluster.opendata.api;

import eu.metacluster.platform.SiteAddress;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Tells programs in every answer of an operation that is going to end when that will be. */
@Configuration(proxyBeanMethods = false)
class Endings implements WebMvcConfigurer, HandlerInterceptor {

  /** How long an operation stays after it was said that it will end. */
  static final int MONTHS = 24;

  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT);

  private final SiteAddress site;

  Endings(SiteAddress site) {
    this.site = site;
  }

  /**
   * When an operation ends, null when nobody thinks of it.
   *
   * @throws IllegalStateException when it would end sooner than was promised
   */
  static Operation.@Nullable Ends of(HandlerMethod method) {
    Ending ending = method.getMethodAnnotation(Ending.class);
    if (ending == null) {
      return null;
    }
    LocalDate deprecated = LocalDate.parse(ending.deprecated());
    LocalDate sunset = LocalDate.parse(ending.sunset());
    if (sunset.isBefore(deprecated.plusMonths(MONTHS))) {
      throw new IllegalStateException(
          method + " would end less than " + MONTHS + " months after it was said");
    }
    return new Operation.Ends(deprecated, sunset, ending.instead());
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this).addPathPatterns("/api/**");
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod method) {
      Operation.Ends ends = of(method);
      if (ends != null) {
        tell(ends, response);
      }
    }
    return true;
  }

  private void tell(Operation.Ends ends, HttpServletResponse response) {
    response.setHeader(
        "Deprecation", "@" + ends.deprecated().atStartOfDay(ZoneOffset.UTC).toEpochSecond());
    response.setHeader("Sunset", HTTP_DATE.format(ends.sunset().atStartOfDay(ZoneOffset.UTC)));
    response.addHeader(
        HttpHeaders.LINK,
        "<" + site.of("/data/api") + ">; rel=\"deprecation\"; type=\"text/html\"");
    if (!ends.instead().isEmpty()) {
      response.addHeader(
          HttpHeaders.LINK, "<" + site.of(ends.instead()) + ">; rel=\"successor-version\"");
    }
  }
}
