package io.liquidationmap.ingestion.hyperliquid;

import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.web.service.invoker.HttpExchangeAdapter;
import org.springframework.web.service.invoker.HttpExchangeAdapterDecorator;
import org.springframework.web.service.invoker.HttpRequestValues;

/// Keeps the limit: what a request weighs follows from its body, not from its address.
final class WeighedExchange extends HttpExchangeAdapterDecorator {

    private final HyperliquidLimits limits;

    WeighedExchange(HttpExchangeAdapter delegate, HyperliquidLimits limits) {
        super(delegate);
        this.limits = limits;
    }

    @Override
    public <T> @Nullable T exchangeForBody(HttpRequestValues request, ParameterizedTypeReference<T> bodyType) {
        if (request.getBodyValue() instanceof InfoRequest question) {
            limits.take(question);
        }
        return super.exchangeForBody(request, bodyType);
    }
}
