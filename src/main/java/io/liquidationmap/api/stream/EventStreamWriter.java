package io.liquidationmap.api.stream;

import io.liquidationmap.api.ApiProperties;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.util.Assert;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;

/// Sends an [EventStream] for as long as it lasts, on the thread of the request: it is a virtual one, so that waiting
/// for news or for the client costs next to nothing, and a client that does not read holds up nobody else.
@Component
class EventStreamWriter implements HandlerMethodReturnValueHandler {

    private static final Logger LOG = LoggerFactory.getLogger(EventStreamWriter.class);
    private static final String CONTENT_TYPE = MediaType.TEXT_EVENT_STREAM_VALUE + ";charset=UTF-8";

    private final long retryMillis;

    EventStreamWriter(ApiProperties properties) {
        this.retryMillis = properties.stream().retry().toMillis();
    }

    @Override
    public boolean supportsReturnType(MethodParameter returnType) {
        return returnType.getParameterType() == EventStream.class;
    }

    @Override
    public void handleReturnValue(
            @Nullable Object returnValue,
            MethodParameter returnType,
            ModelAndViewContainer container,
            NativeWebRequest webRequest) {
        HttpServletRequest request = webRequest.getNativeRequest(HttpServletRequest.class);
        HttpServletResponse response = webRequest.getNativeResponse(HttpServletResponse.class);
        Assert.state(
                returnValue instanceof EventStream && request != null && response != null,
                "a controller of a servlet request must return a stream");
        container.setRequestHandled(true);
        EventStream stream = (EventStream) returnValue;
        try {
            send(stream, request, response);
        } catch (IOException e) {
            LOG.debug("A client of the event stream has gone", e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            stream.close();
        }
    }

    private void send(EventStream stream, HttpServletRequest request, HttpServletResponse response)
            throws IOException, InterruptedException {
        response.setContentType(CONTENT_TYPE);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        // What a reverse proxy collects before it passes it on comes too late.
        response.setHeader("X-Accel-Buffering", "no");
        if (HttpMethod.HEAD.matches(request.getMethod())) {
            return;
        }
        OutputStream out = response.getOutputStream();
        Frame.retry(retryMillis).writeTo(out);
        out.flush();
        for (Frame frame = stream.next(); frame != null; frame = stream.next()) {
            frame.writeTo(out);
            if (stream.isDrained()) {
                out.flush();
            }
        }
    }
}
