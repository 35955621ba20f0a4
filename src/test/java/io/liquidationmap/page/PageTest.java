package io.liquidationmap.page;

import io.liquidationmap.testing.FreshDatabase;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/// The whole service with its page, on a port of its own, at a time that stands still. All such tests share it; nothing
/// is ingested but what [PageWorld] stores.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=0",
            "liquidationmap.ingestion.enabled=false",
            "liquidationmap.maps.listing-age=0s"
        })
@FreshDatabase
@Import(PageWorld.class)
@interface PageTest {}
