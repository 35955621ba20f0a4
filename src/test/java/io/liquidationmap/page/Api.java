package io.liquidationmap.page;

import com.jayway.jsonpath.JsonPath;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The API, asked without the page.
record Api(String home) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /// A number of an answer, by its path of JSON.
    double number(String address, String path) {
        Number number = JsonPath.read(get(address).body(), path);
        return number.doubleValue();
    }

    /// How many elements there are.
    int count(String address, String path) {
        return JsonPath.read(get(address).body(), path + ".length()");
    }

    /// A text.
    @Nullable String text(String address, String path) {
        return JsonPath.read(get(address).body(), path);
    }

    /// An object, by its fields.
    Map<String, Object> object(String address, String path) {
        return JsonPath.read(get(address).body(), path);
    }

    /// Several objects.
    List<Map<String, Object>> objects(String address, String path) {
        return JsonPath.read(get(address).body(), path);
    }

    HttpResponse<String> get(String address, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(home + address));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(address, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(address, e);
        }
    }
}
