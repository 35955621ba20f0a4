package io.liquidationmap.api;

import io.liquidationmap.LiquidationMapApplication;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/// The service with a handler beside it, `/same-bytes`, that returns from memory what the service answered to the path
/// typed last on standard input: what an answer costs, and what it would cost at least, for any load generator.
///
/// Arguments are those of the service.
public final class HotService {

    private HotService() {}

    /// Runs it until standard input ends.
    public static void main(String[] arguments) throws IOException {
        try (ConfigurableApplicationContext service = new SpringApplicationBuilder(
                        LiquidationMapApplication.class, SameBytesController.class)
                .properties("server.tomcat.max-keep-alive-requests=-1")
                .run(arguments)) {
            int port = service.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
            SameBytesController baseline = service.getBean(SameBytesController.class);
            var paths = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            for (String path = paths.readLine(); path != null; path = paths.readLine()) {
                try (KeepAliveClient client = new KeepAliveClient(port)) {
                    byte[] answer = client.get(path);
                    baseline.answerWith(answer);
                    System.out.println(answer.length + " bytes of " + path + " at /same-bytes");
                }
            }
        }
    }
}
