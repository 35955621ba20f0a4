package io.liquidationmap.maps;

import static org.awaitility.Awaitility.await;

import io.liquidationmap.history.BarHistory;
import io.liquidationmap.history.InstrumentCatalog;
import io.liquidationmap.history.PositionCensus;
import io.liquidationmap.testing.FreshDatabase;
import io.liquidationmap.testing.SampleMarket;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;

/// The service as it runs, of which nobody asks anything.
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {"liquidationmap.maps.ahead.symbols=NOSUCH, BTC", "liquidationmap.maps.ahead.cron=* * * * * *"})
@FreshDatabase
@DirtiesContext
class AskedAheadIT {

    @Autowired
    InstrumentCatalog catalog;

    @Autowired
    BarHistory history;

    @Autowired
    PositionCensus census;

    @Autowired
    JdbcTemplate database;

    @Test
    void daysOfThePast_areThere_beforeAnybodyAsks() {
        SampleMarket.store(catalog, history, census);

        await().atMost(Duration.ofMinutes(2)).until(() -> storedDays() > 150);
    }

    private int storedDays() {
        Integer count = database.queryForObject("select count(*) from imbalance_point", Integer.class);
        return count == null ? 0 : count;
    }
}
