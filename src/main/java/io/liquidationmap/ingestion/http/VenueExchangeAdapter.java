package io.liquidationmap.ingestion.http;

import io.liquidationmap.ingestion.OneLine;
import io.liquidationmap.ingestion.VenueUnavailableException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.ResponseEntity;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;
import org.springframework.web.service.invoker.HttpExchangeAdapter;
import org.springframework.web.service.invoker.HttpExchangeAdapterDecorator;
import org.springframework.web.service.invoker.HttpRequestValues;
import org.springframework.web.util.UriComponentsBuilder;

/// Makes every failure of a declarative client a [VenueUnavailableException] that says which request failed and how:
/// no connection, an error status, a page of HTML, broken JSON, a fault inside an [Envelope], nothing at all.
public final class VenueExchangeAdapter extends HttpExchangeAdapterDecorator {

    private static final int QUOTED_CHARACTERS = 200;

    /// @param delegate the adapter that makes the requests
    public VenueExchangeAdapter(HttpExchangeAdapter delegate) {
        super(delegate);
    }

    @Override
    public <T> T exchangeForBody(HttpRequestValues request, ParameterizedTypeReference<T> bodyType) {
        T body = translated(request, () -> super.exchangeForBody(request, bodyType));
        if (body == null) {
            throw new VenueUnavailableException("answered nothing to " + path(request), null, null);
        }
        if (body instanceof Envelope envelope) {
            envelope.fault().ifPresent(fault -> fail(request, fault));
        }
        return body;
    }

    @Override
    public <T> ResponseEntity<T> exchangeForEntity(HttpRequestValues request, ParameterizedTypeReference<T> bodyType) {
        return translated(request, () -> super.exchangeForEntity(request, bodyType));
    }

    private static <T extends @Nullable Object> T translated(HttpRequestValues request, Supplier<T> exchange) {
        try {
            return exchange.get();
        } catch (HttpClientErrorException e) {
            throw new RefusedRequestException(reason(e) + " to " + path(request), e);
        } catch (RestClientException e) {
            throw new VenueUnavailableException(reason(e) + " to " + path(request), null, e);
        }
    }

    private static void fail(HttpRequestValues request, Envelope.Fault fault) {
        String message = "answered " + quoted(fault.reason()) + " to " + path(request);
        throw fault.passing()
                ? new VenueUnavailableException(message, null, null)
                : new RefusedRequestException(message, null);
    }

    private static String reason(RestClientException failure) {
        return switch (failure) {
            case RestClientResponseException response ->
                "answered " + response.getStatusCode().value() + " (" + quoted(response.getResponseBodyAsString())
                        + ")";
            case ResourceAccessException unreachable -> "gave no answer (" + rootCause(unreachable) + ")";
            default -> "answered what cannot be read (" + rootCause(failure) + ")";
        };
    }

    private static String rootCause(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String message = root.getMessage();
        return root.getClass().getSimpleName() + (message == null ? "" : ": " + quoted(message));
    }

    private static String quoted(String text) {
        return OneLine.of(text, QUOTED_CHARACTERS);
    }

    private static String path(HttpRequestValues request) {
        String template = request.getUriTemplate();
        return template == null
                ? String.valueOf(request.getUri())
                : String.valueOf(UriComponentsBuilder.fromUriString(template)
                        .buildAndExpand(request.getUriVariables())
                        .getPath());
    }
}
