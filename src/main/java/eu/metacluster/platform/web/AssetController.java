package eu.metacluster.platform.web;

import eu.metacluster.platform.PublicEndpoint;
import eu.metacluster.shared.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Serves the assets: for ever under the address with the right hash, else to be asked again. */
@Controller
@PublicEndpoint("Style sheets, scripts and images of public pages.")
class AssetController {

  private static final CacheControl FOR_EVER =
      CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

  private final Assets assets;

  AssetController(Assets assets) {
    this.assets = assets;
  }

  @GetMapping("/assets/{hash}/{*name}")
  ResponseEntity<byte[]> asset(
      @PathVariable String hash, @PathVariable String name, HttpServletRequest request) {
    Assets.Asset asset =
        assets
            .find(name.substring(1))
            .orElseThrow(
                () -> new Refusal(Refusal.Kind.NOT_FOUND, "MC-1001", "platform.error.notFound"));
    ResponseEntity.BodyBuilder answer =
        ResponseEntity.ok()
            .contentType(asset.type())
            .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING)
            .cacheControl(hash.equals(asset.hash()) ? FOR_EVER : CacheControl.noCache());
    String accepted = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
    byte[] gzip = asset.gzip();
    return gzip != null && accepted != null && accepted.contains("gzip")
        ? answer.header(HttpHeaders.CONTENT_ENCODING, "gzip").body(gzip)
        : answer.body(asset.bytes());
  }

  @GetMapping("/favicon.ico")
  ResponseEntity<byte[]> icon(HttpServletRequest request) {
    return asset("", "/favicon.svg", request);
  }
}
