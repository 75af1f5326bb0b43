package eu.metacluster.opendata.hooks;

import eu.metacluster.opendata.hooks.Hook.Delivery;
import eu.metacluster.platform.Reach;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Sends signed messages, to public addresses only. Redirects are not followed. */
@Component
class Post implements DisposableBean {

  private static final int SECONDS = 10;

  private final CloseableHttpClient client;

  Post(Reach reach) {
    RequestConfig limits =
        RequestConfig.custom()
            .setResponseTimeout(SECONDS, TimeUnit.SECONDS)
            .setConnectionRequestTimeout(SECONDS, TimeUnit.SECONDS)
            .build();
    client =
        HttpClients.custom()
            .setConnectionManager(
                PoolingHttpClientConnectionManagerBuilder.create()
                    .setDnsResolver(reach)
                    .setDefaultConnectionConfig(
                        ConnectionConfig.custom()
                            .setConnectTimeout(SECONDS, TimeUnit.SECONDS)
                            .setSocketTimeout(SECONDS, TimeUnit.SECONDS)
                            .build())
                    .build())
            .setDefaultRequestConfig(limits)
            .disableRedirectHandling()
            .disableAutomaticRetries()
            .disableCookieManagement()
            .setUserAgent("Metacluster")
            .build();
  }

  /** Sends a message and returns the status of the answer. */
  int send(Hook hook, Delivery delivery, Instant now) throws IOException {
    HttpPost request = new HttpPost(hook.address());
    String time = Long.toString(now.getEpochSecond());
    request.setHeader("Metacluster-Delivery", Long.toString(delivery.id()));
    request.setHeader("Metacluster-Timestamp", time);
    request.setHeader(
        "Metacluster-Signature", "sha256=" + signature(hook.secret(), time, delivery.body()));
    request.setEntity(new StringEntity(delivery.body(), ContentType.APPLICATION_JSON));
    return client.execute(request, answer -> answer.getCode());
  }

  /** HMAC-SHA256 over the time, a dot and the body. */
  static String signature(String secret, String time, String body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      byte[] sum = mac.doFinal((time + "." + body).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(sum);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void destroy() throws IOException {
    client.close();
  }
}
