import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Reads what changed; run it with: java Read.java */
class Read {

  public static void main(String[] arguments) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create("https://grid.example.org/api/v1/changes?since=0&limit=500"))
            .build();
    HttpResponse<String> answer =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    System.out.println(answer.body());
  }
}
