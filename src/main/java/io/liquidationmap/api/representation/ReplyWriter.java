package io.liquidationmap.api.representation;

import io.liquidationmap.api.ApiProperties;
import io.liquidationmap.api.representation.Representation.Variant;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.util.Assert;
import org.springframework.util.StringUtils;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;

/// Sends the [Reply] a controller returned: 304 if the client has it already, compressed if the client can read that.
/// The web server leaves responses with strong ETags uncompressed, and rightly: compressing makes other bytes.
@Component
class ReplyWriter implements HandlerMethodReturnValueHandler {

    private static final String VARY = HttpHeaders.ACCEPT + ", " + HttpHeaders.ACCEPT_ENCODING;
    private static final String GZIP = "gzip";

    private final ApiProperties properties;
    private final String notFresh;

    ReplyWriter(ApiProperties properties) {
        this.properties = properties;
        this.notFresh = cacheControl(CacheControl.noCache());
    }

    @Override
    public boolean supportsReturnType(MethodParameter returnType) {
        return returnType.getParameterType() == Reply.class;
    }

    @Override
    public void handleReturnValue(
            @Nullable Object returnValue,
            MethodParameter returnType,
            ModelAndViewContainer container,
            NativeWebRequest webRequest)
            throws IOException {
        HttpServletRequest request = webRequest.getNativeRequest(HttpServletRequest.class);
        HttpServletResponse response = webRequest.getNativeResponse(HttpServletResponse.class);
        Assert.state(
                returnValue instanceof Reply && request != null && response != null,
                "a controller of a servlet request must return a reply");
        container.setRequestHandled(true);
        send((Reply) returnValue, request, response);
    }

    private void send(Reply reply, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Representation representation = reply.representation();
        boolean readsGzip = acceptsGzip(request.getHeader(HttpHeaders.ACCEPT_ENCODING));
        Variant variant = readsGzip ? representation.gzip() : representation.plain();

        response.addHeader(HttpHeaders.VARY, VARY);
        response.setHeader(
                HttpHeaders.CACHE_CONTROL,
                reply.fresh().isZero() ? notFresh : cacheControl(CacheControl.maxAge(reply.fresh())));
        long lastModified =
                reply.lastModified() == null ? -1 : reply.lastModified().toEpochMilli();
        if (new ServletWebRequest(request, response).checkNotModified(variant.etag(), lastModified)) {
            return;
        }
        if (variant.coding() != null) {
            response.setHeader(HttpHeaders.CONTENT_ENCODING, variant.coding());
        }
        response.setContentType(representation.contentType());
        response.setContentLength(variant.bytes().length);
        if (!HttpMethod.HEAD.matches(request.getMethod())) {
            response.getOutputStream().write(variant.bytes());
        }
    }

    /// A cache that many share must not hand those without a key what was answered to one who has it.
    private String cacheControl(CacheControl cacheControl) {
        CacheControl shared = properties.needsKey() ? cacheControl.cachePrivate() : cacheControl.cachePublic();
        return String.valueOf(shared.getHeaderValue());
    }

    /// Whether an `Accept-Encoding` header names gzip, or everything, without a weight of zero (RFC 9110 § 12.5.3).
    static boolean acceptsGzip(@Nullable String acceptEncoding) {
        if (acceptEncoding == null) {
            return false;
        }
        if (acceptEncoding.equals(GZIP)) {
            return true;
        }
        boolean any = false;
        for (String entry : acceptEncoding.toLowerCase(Locale.ROOT).split(",", -1)) {
            String[] parts = StringUtils.trimAllWhitespace(entry).split(";q=", 2);
            boolean wanted = parts.length == 1 || !parts[1].matches("0(\\.0*)?");
            if (parts[0].equals(GZIP) || parts[0].equals("x-gzip")) {
                return wanted;
            }
            any |= parts[0].equals("*") && wanted;
        }
        return any;
    }
}
