package eu.metacluster.people.providers;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;

/** Speaks OpenID Connect on this machine: discovery, keys, authorisation, signed tokens. */
final class LoopbackProvider {

  private final HttpServer server;
  private final RSAKey key;
  private volatile String email = "";
  private volatile boolean verified = true;
  private volatile String nonce = "";
  private volatile String challenge = "";
  private volatile String audience = "metacluster";
  private volatile String named = "";
  private volatile long life = 300;

  LoopbackProvider() {
    try {
      key = new RSAKeyGenerator(2048).keyID("one").generate();
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
    server.createContext("/.well-known/openid-configuration", this::discovery);
    server.createContext("/keys", each -> json(each, new JWKSet(key.toPublicJWK()).toString()));
    server.createContext("/authorize", this::authorize);
    server.createContext("/token", this::token);
    server.createContext(
        "/userinfo",
        each ->
            json(
                each,
                "{\"sub\":\"p1\",\"email\":\""
                    + email
                    + "\",\"email_verified\":"
                    + verified
                    + "}"));
    server.start();
  }

  String issuer() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Whom it signs in from now on. */
  void person(String address, boolean isVerified) {
    email = address;
    verified = isVerified;
  }

  /**
   * What its tokens say from now on: for whom, by whom (empty for itself), for how many seconds.
   */
  void tokens(String forWhom, String byWhom, long seconds) {
    audience = forWhom;
    named = byWhom;
    life = seconds;
  }

  /** What the product sent as proof that it is the one who asked. */
  String challenge() {
    return challenge;
  }

  private void discovery(HttpExchange each) throws IOException {
    String here = issuer();
    json(
        each,
        """
        {"issuer":"%s","authorization_endpoint":"%s/authorize","token_endpoint":"%s/token",
        "jwks_uri":"%s/keys","userinfo_endpoint":"%s/userinfo","response_types_supported":["code"],
        "subject_types_supported":["public"],"id_token_signing_alg_values_supported":["RS256"],
        "token_endpoint_auth_methods_supported":["client_secret_basic"]}
        """
            .formatted(here, here, here, here, here));
  }

  private void authorize(HttpExchange each) throws IOException {
    Map<String, String> asked = query(each.getRequestURI().getRawQuery());
    nonce = asked.getOrDefault("nonce", "");
    challenge = asked.getOrDefault("code_challenge", "");
    each.getResponseHeaders()
        .add(
            "Location",
            asked.get("redirect_uri")
                + "?code=c1&state="
                + asked.getOrDefault("state", "").replace("=", "%3D"));
    each.sendResponseHeaders(302, -1);
    each.close();
  }

  private void token(HttpExchange each) throws IOException {
    try {
      SignedJWT token =
          new SignedJWT(
              new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("one").build(),
              new JWTClaimsSet.Builder()
                  .issuer(named.isEmpty() ? issuer() : named)
                  .subject("p1")
                  .audience(audience)
                  .claim("nonce", nonce)
                  .claim("email", email)
                  .claim("email_verified", verified)
                  .issueTime(new Date())
                  .expirationTime(Date.from(Instant.now().plusSeconds(life)))
                  .build());
      token.sign(new RSASSASigner(key));
      json(
          each,
          "{\"access_token\":\"a\",\"token_type\":\"Bearer\",\"expires_in\":300,\"id_token\":\""
              + token.serialize()
              + "\"}");
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, String> query(String raw) {
    Map<String, String> values = new HashMap<>();
    for (String pair : raw.split("&", -1)) {
      String[] parts = pair.split("=", 2);
      values.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    return values;
  }

  private static void json(HttpExchange each, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    each.getResponseHeaders().add("Content-Type", "application/json");
    each.sendResponseHeaders(200, bytes.length);
    each.getResponseBody().write(bytes);
    each.close();
  }
}
