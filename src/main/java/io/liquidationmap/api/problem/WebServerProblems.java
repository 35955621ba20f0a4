package io.liquidationmap.api.problem;

import io.liquidationmap.api.representation.JsonWriter;
import org.apache.catalina.Context;
import org.apache.catalina.core.StandardHost;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Puts the [ProblemReportValve] before the web server's own. It must come last to do so: of several valves, the
/// innermost reports.
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class WebServerProblems implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {

    private final JsonWriter json;

    WebServerProblems(JsonWriter json) {
        this.json = json;
    }

    @Override
    public void customize(ConfigurableTomcatWebServerFactory factory) {
        factory.addContextCustomizers(this::addValve);
    }

    private void addValve(Context context) {
        StandardHost host = (StandardHost) context.getParent();
        // Otherwise the host adds one of its default class when it starts.
        host.setErrorReportValveClass(ProblemReportValve.class.getName());
        host.getPipeline().addValve(new ProblemReportValve(json));
    }
}
