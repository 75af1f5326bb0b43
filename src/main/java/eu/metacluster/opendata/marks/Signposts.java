package eu.metacluster.opendata.marks;

import eu.metacluster.grid.RecordKind;
import eu.metacluster.platform.SiteAddress;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** Signposting: a record's page says in its headers what it is and where its other forms are. */
@Configuration(proxyBeanMethods = false)
class Signposts implements WebMvcConfigurer, HandlerInterceptor {

  private final RecordPaths paths;
  private final SiteAddress site;
  private final JsonMapper json;

  Signposts(RecordPaths paths, SiteAddress site, JsonMapper json) {
    this.paths = paths;
    this.site = site;
    this.json = json;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry
        .addInterceptor(this)
        .addPathPatterns(
            Arrays.stream(RecordKind.values()).map(kind -> "/" + kind.path() + "/*").toList());
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    paths
        .item(request.getRequestURI())
        .ifPresent(
            item ->
                response.setHeader(
                    HttpHeaders.LINK,
                    String.join(", ", RecordHead.links(item, json.readTree(item.body()), site))));
    return true;
  }
}
