package eu.metacluster.opendata.catalogue;

import eu.metacluster.opendata.described.Publisher;
import java.net.URI;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Whether an address of the catalogue answers: it does when this site has something at its path.
 */
@Component
class AddressCheck {

  private final Publisher publisher;
  private final ObjectProvider<RequestMappingHandlerMapping> endpoints;

  AddressCheck(
      Publisher publisher,
      @Qualifier("requestMappingHandlerMapping")
          ObjectProvider<RequestMappingHandlerMapping> endpoints) {
    this.publisher = publisher;
    this.endpoints = endpoints;
  }

  boolean answers(String address) {
    String base = publisher.address("");
    if (!address.startsWith(base)) {
      return false;
    }
    PathContainer path = PathContainer.parsePath(URI.create(address).getPath());
    return endpoints.stream()
        .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
        .filter(info -> info.getPathPatternsCondition() != null)
        .flatMap(info -> info.getPathPatternsCondition().getPatterns().stream())
        .anyMatch(pattern -> pattern.matches(path));
  }
}
