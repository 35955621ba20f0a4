package io.liquidationmap.ingestion.binance;

import io.liquidationmap.market.MarginSchedule;
import io.liquidationmap.market.MarginSchedule.Step;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The tiers the venue shows to the owner of a key. One request has those of every symbol, so it is made once an hour.
final class SignedMargins implements BinanceMargins {

    private static final String ALGORITHM = "HmacSHA256";
    private static final Duration KEPT = Duration.ofHours(1);

    private final BinanceApi api;
    private final String apiKey;
    private final String apiSecret;
    private final Clock clock;
    private List<SymbolBrackets> known = List.of();
    private Instant knownAt = Instant.EPOCH;

    SignedMargins(BinanceApi api, String apiKey, String apiSecret, Clock clock) {
        this.api = api;
        this.apiKey = apiKey;
        this.apiSecret = apiSecret;
        this.clock = clock;
    }

    @Override
    public synchronized Optional<MarginSchedule> schedule(String symbol) {
        Instant now = clock.instant();
        if (now.isAfter(knownAt.plus(KEPT))) {
            long timestamp = now.toEpochMilli();
            known = api.leverageBrackets(apiKey, timestamp, signature("timestamp=" + timestamp));
            knownAt = now;
        }
        return known.stream()
                .filter(tiers -> tiers.symbol().equals(symbol))
                .findFirst()
                .map(this::schedule);
    }

    private MarginSchedule schedule(SymbolBrackets tiers) {
        List<Step> steps = tiers.brackets().stream()
                .map(tier -> new Step(tier.notionalCap(), tier.maintMarginRatio(), tier.initialLeverage()))
                .toList();
        return MarginSchedule.ofSteps(
                steps,
                TAKER_FEE_IN_MARGIN,
                "Binance leverageBracket, signed",
                knownAt.atOffset(ZoneOffset.UTC).toLocalDate());
    }

    private String signature(String query) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(apiSecret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal(query.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
