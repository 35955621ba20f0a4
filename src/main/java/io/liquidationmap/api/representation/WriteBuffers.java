package io.liquidationmap.api.representation;

import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/// Lets the web server hand a socket most of an answer at once. Its own 8 KiB would be ten calls for a map, and as many
/// times a client of the event stream would be woken for one event.
@Component
class WriteBuffers implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {

    /// Each connection has one.
    private static final int BYTES = 1 << 15;

    @Override
    public void customize(ConfigurableTomcatWebServerFactory factory) {
        factory.addConnectorCustomizers(
                connector -> connector.setProperty("socket.appWriteBufSize", Integer.toString(BYTES)));
    }
}
