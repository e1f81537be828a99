import DefaultTheme from "vitepress/theme-without-fonts";
import type { App } from "vue";
import { defineAsyncComponent } from "vue";
import "./style.css";

export default {
  extends: DefaultTheme,
  enhanceApp({ app }: { app: App }) {
    // Both carry the package: pages of text do not wait for it.
    app.component(
      "HomeAnswer",
      defineAsyncComponent(() => import("./components/HomeAnswer.vue")),
    );
    app.component(
      "PlayGround",
      defineAsyncComponent(() => import("./components/PlayGround.vue")),
    );
  },
};
