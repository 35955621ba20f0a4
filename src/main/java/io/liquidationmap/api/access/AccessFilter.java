package io.liquidationmap.api.access;

import io.liquidationmap.api.problem.ProblemCode;
import io.liquidationmap.api.problem.ProblemResponses;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Lets a request pass if whoever sends it may, before any work is done for it. A request with a known key counts
/// against the limit of the key; any other, one with a wrong key included, against that of its address.
@Component
@Order(AccessFilter.ORDER)
class AccessFilter extends OncePerRequestFilter {

    /// After the filter that answers browsers' preflight requests, which never carry a key.
    static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 20;

    private static final String CHALLENGE = "Bearer realm=\"liquidation-map\"";
    private static final String CHALLENGE_WRONG_KEY = CHALLENGE + ", error=\"invalid_token\"";

    private final GuardedPaths guarded;
    private final ApiKeys keys;
    private final RateLimits limits;
    private final ProblemResponses problems;

    AccessFilter(GuardedPaths guarded, ApiKeys keys, RateLimits limits, ProblemResponses problems) {
        this.guarded = guarded;
        this.keys = keys;
        this.limits = limits;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !guarded.include(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<String> key = BearerToken.of(request.getHeader(HttpHeaders.AUTHORIZATION));
        Optional<Caller> caller = key.flatMap(keys::callerWith);
        Client client =
                caller.<Client>map(Client.WithKey::new).orElseGet(() -> Client.AtAddress.of(request.getRemoteAddr()));
        Optional<Allowance> allowance = limits.count(client);
        allowance.ifPresent(known -> known.tell(response));
        if (allowance.isPresent() && !allowance.get().granted()) {
            refuse(allowance.get(), request, response);
        } else if (keys.areNeeded() && caller.isEmpty()) {
            challenge(key.isPresent(), request, response);
        } else {
            caller.ifPresent(known -> Callers.remember(known, request));
            chain.doFilter(request, response);
        }
    }

    private void refuse(Allowance allowance, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(allowance.retryAfterSeconds()));
        String detail = "More than " + allowance.limit() + " requests in "
                + allowance.period().toSeconds()
                + " seconds by one " + allowance.policy() + "; the next is answered in "
                + allowance.retryAfterSeconds() + " seconds.";
        problems.write(ProblemCode.RATE_LIMITED, detail, request, response);
    }

    private void challenge(boolean keyGiven, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, keyGiven ? CHALLENGE_WRONG_KEY : CHALLENGE);
        String detail = keyGiven
                ? "The key in the Authorization header is not known."
                : "This needs an API key: send it as Authorization: Bearer <key>.";
        problems.write(ProblemCode.UNAUTHORIZED, detail, request, response);
    }
}
