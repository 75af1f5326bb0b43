package eu.metacluster.harvest.fetch;

import eu.metacluster.harvest.FetchException;
import eu.metacluster.harvest.FetchException.Trouble;
import eu.metacluster.platform.Reach;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Sends one request and takes its answer within the limits; knows neither turns nor repeats. */
@Component
final class Fetcher implements DisposableBean {

  private static final int CONNECTIONS = 512;
  private static final int CONNECTIONS_PER_HOST = 4;

  private final CloseableHttpClient client;
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("fetch-watch").daemon().factory());

  Fetcher(Reach reach, RobotName name) {
    ConnectionConfig connections =
        ConnectionConfig.custom()
            .setConnectTimeout(Timeout.ofSeconds(10))
            .setTimeToLive(Timeout.ofMinutes(2))
            .setValidateAfterInactivity(Timeout.ofMilliseconds(500))
            .build();
    client =
        HttpClients.custom()
            .setConnectionManager(
                PoolingHttpClientConnectionManagerBuilder.create()
                    .setDnsResolver(reach)
                    .setDefaultConnectionConfig(connections)
                    .setPoolConcurrencyPolicy(PoolConcurrencyPolicy.LAX)
                    .setMaxConnTotal(CONNECTIONS)
                    .setMaxConnPerRoute(CONNECTIONS_PER_HOST)
                    .build())
            .setUserAgent(name.userAgent())
            .disableRedirectHandling()
            .disableAutomaticRetries()
            .disableContentCompression()
            .disableCookieManagement()
            .disableAuthCaching()
            .build();
  }

  /**
   * One request.
   *
   * @param headers besides those that every request has
   * @param body null for a GET
   * @param again whether it was sent before over a connection that turned out to be closed
   */
  record Request(URI address, Map<String, String> headers, @Nullable Body body, boolean again) {
    static Request get(URI address) {
      return new Request(address, Map.of(), null, false);
    }

    Request once() {
      return new Request(address, headers, body, true);
    }
  }

  /** What is sent. */
  record Body(String mediaType, byte[] bytes) {}

  /**
   * Sends it. A status that says no is an answer, too.
   *
   * @param folder where a large answer may lie
   */
  SpooledAnswer send(Request request, FetchLimits limits, Path folder) throws FetchException {
    HttpUriRequestBase message = message(request, limits);
    Watch end = new Watch(message, limits.total());
    boolean[] answered = new boolean[1];
    try {
      return client.execute(
          message,
          response -> {
            answered[0] = true;
            return answer(request, response, limits, folder);
          });
    } catch (FetchException e) {
      throw e;
    } catch (IOException e) {
      boolean stale = !answered[0] && !end.expired && request.body() == null && stale(e);
      if (stale && !request.again()) {
        return send(request.once(), limits, folder);
      }
      throw explained(request.address(), e, end.expired);
    } finally {
      end.cancel();
    }
  }

  /** Whether a kept connection may have been closed by the server in the same moment. */
  private static boolean stale(IOException e) {
    return e instanceof NoHttpResponseException
        || e instanceof ConnectionClosedException
        || (e instanceof SocketException && !(e instanceof ConnectException));
  }

  /** Refuses what is no web address, and one that carries a password. */
  static void check(URI address) throws FetchException {
    String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
    boolean web = scheme.equals("http") || scheme.equals("https");
    if (!web || address.getHost() == null || address.getUserInfo() != null) {
      throw new FetchException(Trouble.ADDRESS, address, "");
    }
  }

  private static HttpUriRequestBase message(Request request, FetchLimits limits)
      throws FetchException {
    URI address = request.address();
    check(address);
    Body body = request.body();
    HttpUriRequestBase message = new HttpUriRequestBase(body == null ? "GET" : "POST", address);
    message.setConfig(
        RequestConfig.custom()
            .setResponseTimeout(Timeout.of(limits.idle()))
            .setConnectionRequestTimeout(Timeout.ofMinutes(5))
            .build());
    message.setHeader(HttpHeaders.ACCEPT_ENCODING, "gzip");
    request.headers().forEach(message::setHeader);
    if (body != null) {
      message.setEntity(new ByteArrayEntity(body.bytes(), ContentType.parse(body.mediaType())));
    }
    return message;
  }

  private static SpooledAnswer answer(
      Request request, ClassicHttpResponse response, FetchLimits limits, Path folder)
      throws IOException, HttpException {
    Map<String, String> headers = new HashMap<>();
    for (Header header : response.getHeaders()) {
      headers.putIfAbsent(header.getName().toLowerCase(Locale.ROOT), header.getValue());
    }
    HttpEntity entity = response.getEntity();
    Spool spool = new Spool(request.address(), limits, folder);
    if (entity != null) {
      spool.take(entity.getContent(), headers.getOrDefault("content-encoding", ""));
    }
    return new SpooledAnswer(
        request.address(), response.getCode(), headers, spool.small(), spool.file());
  }

  private static FetchException explained(URI address, IOException e, boolean expired) {
    Trouble trouble =
        switch (e) {
          case Throwable t when expired -> Trouble.TOO_SLOW;
          case Reach.PrivateAddress p -> Trouble.PRIVATE_ADDRESS;
          case UnknownHostException u -> Trouble.UNKNOWN_HOST;
          case SSLException s -> Trouble.TLS;
          case ConnectTimeoutException c -> Trouble.NO_CONNECTION;
          case SocketTimeoutException s -> Trouble.HANGS;
          case InterruptedIOException i -> Trouble.HANGS;
          case ConnectException c -> Trouble.NO_CONNECTION;
          case ConnectionClosedException c -> Trouble.BROKEN_OFF;
          case SocketException s -> Trouble.BROKEN_OFF;
          default -> Trouble.BROKEN_OFF;
        };
    FetchException explained = new FetchException(trouble, address, "");
    explained.initCause(e);
    return explained;
  }

  /** Ends a request that takes too long, wherever it hangs. */
  private final class Watch {

    private volatile boolean expired;
    private final ScheduledFuture<?> alarm;

    Watch(HttpUriRequestBase message, Duration total) {
      alarm =
          watch.schedule(
              () -> {
                expired = true;
                message.cancel();
              },
              total.toMillis(),
              TimeUnit.MILLISECONDS);
    }

    void cancel() {
      alarm.cancel(false);
    }
  }

  @Override
  public void destroy() throws IOException {
    watch.shutdownNow();
    client.close();
  }
}
