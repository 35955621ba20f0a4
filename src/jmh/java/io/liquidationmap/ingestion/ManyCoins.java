package io.liquidationmap.ingestion;

import io.liquidationmap.ingestion.FakeVenueServer.Answer;
import io.liquidationmap.ingestion.FakeVenueServer.Request;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Makes many coins of the one that a fake venue knows: a question about any of them is asked about the known one, and what
/// the venue says of all its contracts it says of as many contracts as there are coins. Every answer takes its time.
final class ManyCoins implements BiFunction<Request, Function<Request, Answer>, Answer> {

    private static final Pattern COIN = Pattern.compile("Q[0-9]{2}");
    private static final Pattern KNOWN_COIN = Pattern.compile("BTC|XBT");
    private static final JsonMapper JSON = new JsonMapper();

    private final String contract;
    private final String knownCoin;
    private final int coins;
    private final Duration latency;

    /// @param contract of the known coin, which is to be there of every coin
    ManyCoins(String contract, int coins, Duration latency) {
        Matcher known = KNOWN_COIN.matcher(contract);
        if (!known.find()) {
            throw new IllegalArgumentException(contract);
        }
        this.contract = contract;
        this.knownCoin = known.group();
        this.coins = coins;
        this.latency = latency;
    }

    /// What the coins are called.
    static List<String> names(int coins) {
        return IntStream.range(0, coins)
                .mapToObj(i -> String.format(Locale.ROOT, "Q%02d", i))
                .toList();
    }

    @Override
    public Answer apply(Request request, Function<Request, Answer> venue) {
        try {
            Thread.sleep(latency);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        String coin = coin(request);
        Answer answer = venue.apply(coin == null ? request : ofTheKnownCoin(request));
        if (!answer.isJson()) {
            return answer;
        }
        return coin == null
                ? answer.withText(multiplied(JSON.readTree(answer.text()), isAlignedByPosition(request))
                        .toString())
                : answer.withText(renamed(answer.text(), coin));
    }

    private static @Nullable String coin(Request request) {
        return Stream.of(request.path(), request.rawQuery(), request.body())
                .map(COIN::matcher)
                .filter(Matcher::find)
                .map(Matcher::group)
                .findFirst()
                .orElse(null);
    }

    private Request ofTheKnownCoin(Request request) {
        Map<String, String> query = new TreeMap<>(request.query());
        query.replaceAll((_, value) -> known(value));
        return new Request(
                known(request.path()), known(request.rawQuery()), query, request.headers(), known(request.body()));
    }

    private String known(String text) {
        return COIN.matcher(text).replaceAll(knownCoin);
    }

    private static String renamed(String text, String coin) {
        return KNOWN_COIN.matcher(text).replaceAll(coin);
    }

    /// One venue has the figures of its contracts in the order of another list.
    private static boolean isAlignedByPosition(Request request) {
        return request.body().contains("metaAndAssetCtxs");
    }

    private JsonNode multiplied(JsonNode node, boolean secondFollowsFirst) {
        return switch (node) {
            case ArrayNode array
            when secondFollowsFirst -> {
                ArrayNode copy = JSON.createArrayNode();
                copy.add(multiplied(array.get(0), false));
                ArrayNode figures = JSON.createArrayNode();
                names(coins).forEach(_ -> figures.add(array.get(1).get(0)));
                array.get(1).values().stream().skip(1).forEach(figures::add);
                yield copy.add(figures);
            }
            case ArrayNode array -> {
                ArrayNode copy = JSON.createArrayNode();
                array.values().forEach(each -> {
                    if (isOfTheContract(each)) {
                        copies(each).forEach(copy::add);
                    } else {
                        copy.add(multiplied(each, false));
                    }
                });
                yield copy;
            }
            case ObjectNode object -> {
                ObjectNode copy = JSON.createObjectNode();
                object.properties().forEach(field -> {
                    if (field.getKey().equals(contract)) {
                        names(coins)
                                .forEach(coin -> copy.set(
                                        renamed(contract, coin),
                                        JSON.readTree(renamed(field.getValue().toString(), coin))));
                    } else {
                        copy.set(field.getKey(), multiplied(field.getValue(), false));
                    }
                });
                yield copy;
            }
            default -> node;
        };
    }

    private boolean isOfTheContract(JsonNode node) {
        return node.isObject()
                && node.values().stream()
                        .anyMatch(field -> field.isString() && field.asString().equals(contract));
    }

    private List<JsonNode> copies(JsonNode node) {
        String text = node.toString();
        List<JsonNode> copies = new ArrayList<>();
        names(coins).forEach(coin -> copies.add(JSON.readTree(renamed(text, coin))));
        return copies;
    }
}
