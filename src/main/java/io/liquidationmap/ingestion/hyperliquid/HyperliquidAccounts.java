package io.liquidationmap.ingestion.hyperliquid;

import io.liquidationmap.ingestion.census.PositionSource;
import io.liquidationmap.ingestion.hyperliquid.AccountState.AssetPosition;
import io.liquidationmap.ingestion.hyperliquid.AccountState.LeverageRow;
import io.liquidationmap.ingestion.hyperliquid.AccountState.PositionRow;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.market.MarginMode;
import io.liquidationmap.market.PublicPosition;
import io.liquidationmap.market.Venue;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The accounts of Hyperliquid. Every address is one, and trades name theirs.
final class HyperliquidAccounts implements PositionSource {

    private static final Logger log = LoggerFactory.getLogger(HyperliquidAccounts.class);

    private static final Pattern ADDRESS = Pattern.compile("0x[0-9a-f]{40}");

    private final HyperliquidApi api;
    private final LeaderboardApi statistics;

    HyperliquidAccounts(HyperliquidApi api, LeaderboardApi statistics) {
        this.api = api;
        this.statistics = statistics;
    }

    @Override
    public Venue venue() {
        return HyperliquidSource.VENUE;
    }

    @Override
    public List<Trader> largest() {
        return statistics.leaderboard().traders().stream()
                .flatMap(row -> address(row.ethAddress()).map(address -> new Trader(address, row.accountValue())))
                .toList();
    }

    @Override
    public List<Trader> latest(Instrument instrument) {
        return api.trades(InfoRequest.recentTrades(instrument.symbol())).stream()
                .flatMap(trade -> trade.addresses().stream())
                .flatMap(HyperliquidAccounts::address)
                .distinct()
                .map(address -> new Trader(address, null))
                .toList();
    }

    @Override
    public List<PublicPosition> positions(String account) {
        return api.account(InfoRequest.account(account)).assetPositions().stream()
                .map(AssetPosition::position)
                .flatMap(row -> position(row).stream())
                .toList();
    }

    /// What has no meaning is left out, and so counts as not covered.
    private static Optional<PublicPosition> position(PositionRow row) {
        try {
            return Optional.of(new PublicPosition(
                    new InstrumentId(HyperliquidSource.VENUE, row.coin()),
                    row.szi(),
                    row.entryPx(),
                    marginMode(row.leverage()),
                    row.leverage().value(),
                    positiveOrNowhere(row.liquidationPx()),
                    row.marginUsed(),
                    row.positionValue()));
        } catch (IllegalArgumentException e) {
            log.debug("{} is left out: {}", row, e.getMessage());
            return Optional.empty();
        }
    }

    private static MarginMode marginMode(LeverageRow leverage) {
        return MarginMode.valueOf(leverage.type().toUpperCase(Locale.ROOT));
    }

    /// A price that cannot be reached is none.
    private static @Nullable Double positiveOrNowhere(@Nullable Double price) {
        return price == null || price <= 0 ? null : price;
    }

    private static Stream<String> address(@Nullable String text) {
        return Stream.ofNullable(text)
                .map(address -> address.toLowerCase(Locale.ROOT))
                .filter(address -> ADDRESS.matcher(address).matches());
    }
}
