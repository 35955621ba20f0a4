package io.liquidationmap.ingestion.hyperliquid;

import static org.assertj.core.api.Assertions.assertThat;

import io.liquidationmap.ingestion.RecordedAnswer;
import io.liquidationmap.ingestion.hyperliquid.AccountState.AssetPosition;
import io.liquidationmap.ingestion.hyperliquid.AccountState.LeverageRow;
import io.liquidationmap.ingestion.hyperliquid.AccountState.PositionRow;
import io.liquidationmap.market.MarginTier;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;

class HyperliquidRecordedAnswersTest {

    @Test
    void meta_hasContractsAndTables() throws IOException {
        Meta meta = RecordedAnswer.read("doc_examples/hyperliquid__perpetuals_01.json", new TypeReference<>() {});

        assertThat(meta.universe()).extracting(Meta.Asset::name).contains("BTC", "HPOS", "LOOM");
        assertThat(HyperliquidMargins.schedule(meta, "BTC", LocalDate.of(2026, 11, 22))
                        .orElseThrow()
                        .tiers())
                .containsExactly(new MarginTier(0, Double.POSITIVE_INFINITY, 0.01, 0, 50));
    }

    @Test
    void contexts_standInTheOrderOfTheListing() throws IOException {
        MetaAndContexts answer =
                RecordedAnswer.read("doc_examples/hyperliquid__perpetuals_02.json", new TypeReference<>() {});

        assertThat(answer.openInterest("BTC")).hasValue(688.11);
        assertThat(answer.openInterest("NONE")).isEmpty();
    }

    @Test
    void account_hasIsolatedPositions() throws IOException {
        AccountState account =
                RecordedAnswer.read("doc_examples/hyperliquid__perpetuals_04.json", new TypeReference<>() {});

        assertThat(account.assetPositions())
                .containsExactly(new AssetPosition(new PositionRow(
                        "ETH", 0.0335, 2986.3, new LeverageRow("isolated", 20.0), 2866.26936529, 4.967826, 100.02765)));
    }

    @Test
    void account_hasCrossPositions_someWithoutLiquidationPrice() throws IOException {
        AccountState account =
                RecordedAnswer.read("hyperliquid_sdk_cassettes/user_state.extracted.json", new TypeReference<>() {});

        List<PositionRow> rows =
                account.assetPositions().stream().map(AssetPosition::position).toList();
        assertThat(rows).hasSizeGreaterThan(5);
        assertThat(rows.getFirst())
                .isEqualTo(new PositionRow(
                        "BTC",
                        -0.00785,
                        26951.0,
                        new LeverageRow("cross", 20.0),
                        173198.69592357,
                        10.582271,
                        211.64542));
        assertThat(rows)
                .filteredOn(row -> row.coin().equals("ETH"))
                .allSatisfy(row -> assertThat(row.liquidationPx()).isNull());
    }

    @Test
    void trades_nameTheirParties() throws IOException {
        List<TradeRow> trades =
                RecordedAnswer.read("nautilus/hyperliquid/http_recent_trades_btc.json", new TypeReference<>() {});

        assertThat(trades)
                .hasSize(3)
                .first()
                .satisfies(trade -> assertThat(trade.addresses()).containsExactly("0xbuyer3", "0xseller3"));
    }

    @Test
    void funding_hasRateAndTime() throws IOException {
        List<FundingRow> rows =
                RecordedAnswer.read("doc_examples/hyperliquid__perpetuals_07.json", new TypeReference<>() {});

        assertThat(rows).containsExactly(new FundingRow(-0.00022196, 1683849600076L));
    }
}
