package io.liquidationmap.ingestion.hyperliquid;

import io.liquidationmap.ingestion.RefusedRows;
import io.liquidationmap.ingestion.census.PositionSource;
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
import org.jspecify.annotations.Nullable;

/// The accounts of Hyperliquid. Every address is one, and trades name theirs.
final class HyperliquidAccounts implements PositionSource {

    private static final Pattern ADDRESS = Pattern.compile("0x[0-9a-f]{40}");

    private final HyperliquidApi api;
    private final LeaderboardApi statistics;
    private final RefusedRows refused;

    HyperliquidAccounts(HyperliquidApi api, LeaderboardApi statistics, RefusedRows refused) {
        this.api = api;
        this.statistics = statistics;
        this.refused = refused;
    }

    @Override
    public Venue venue() {
        return HyperliquidSource.VENUE;
    }

    @Override
    public List<Trader> largest() {
        return statistics.leaderboard().traders().stream()
                .flatMap(row ->
                        address(row.ethAddress()).map(address -> new Trader(address, row.accountValue())).stream())
                .toList();
    }

    @Override
    public List<Trader> latest(Instrument instrument) {
        return api.trades(InfoRequest.recentTrades(instrument.symbol())).stream()
                .flatMap(trade -> trade.addresses().stream())
                .flatMap(address -> address(address).stream())
                .distinct()
                .map(address -> new Trader(address, null))
                .toList();
    }

    @Override
    public List<PublicPosition> positions(String account) {
        return api.account(InfoRequest.account(account)).assetPositions().stream()
                .flatMap(held -> position(held.position(), account).stream())
                .toList();
    }

    /// What is refused counts as not covered.
    private Optional<PublicPosition> position(@Nullable PositionRow row, String account) {
        return refused.read(
                HyperliquidSource.VENUE,
                "position of " + account + " in " + (row == null ? "nothing" : row.coin()),
                () -> Optional.of(position(RefusedRows.required(row, "a position"))));
    }

    private static PublicPosition position(PositionRow row) {
        LeverageRow leverage = RefusedRows.required(row.leverage(), "a leverage");
        return new PublicPosition(
                new InstrumentId(HyperliquidSource.VENUE, row.coin()),
                RefusedRows.required(row.szi(), "a size"),
                row.entryPx(),
                marginMode(RefusedRows.required(leverage.type(), "a margin mode")),
                RefusedRows.required(leverage.value(), "a leverage"),
                positiveOrNowhere(row.liquidationPx()),
                RefusedRows.required(row.marginUsed(), "a margin"),
                RefusedRows.required(row.positionValue(), "a value"));
    }

    private static MarginMode marginMode(String type) {
        return switch (type) {
            case "cross" -> MarginMode.CROSS;
            case "isolated" -> MarginMode.ISOLATED;
            default -> throw new IllegalArgumentException("no margin mode: " + type);
        };
    }

    /// A price that cannot be reached is none.
    private static @Nullable Double positiveOrNowhere(@Nullable Double price) {
        return price == null || price <= 0 ? null : price;
    }

    private Optional<String> address(@Nullable String text) {
        return refused.read(HyperliquidSource.VENUE, "account " + text, () -> {
            String address = RefusedRows.required(text, "an address").toLowerCase(Locale.ROOT);
            if (!ADDRESS.matcher(address).matches()) {
                throw new IllegalArgumentException("it is not an address");
            }
            return Optional.of(address);
        });
    }
}
