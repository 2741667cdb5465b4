import { Button, Menu, MenuDivider, MenuGroup, MenuGroupHeader, MenuItem, MenuItemRadio, MenuList, MenuPopover, MenuTrigger } from "@fluentui/react-components";
import { SettingsRegular } from "@fluentui/react-icons";
import { useText, type Language } from "../../shared/text";
import type { ThemeChoice } from "../../shared/theme";
import type { Look } from "./look";
import { portalText } from "./text";

/** Language, appearance and, when signed in, the way out. */
export function LookMenu({ look, onSignOut }: { look: Look; onSignOut?: () => void }) {
  const t = useText(portalText);
  return (
    <Menu
      inline
      checkedValues={{ language: [look.language], theme: [look.themeChoice] }}
      onCheckedValueChange={(_, { name, checkedItems }) => {
        const value = checkedItems[0];
        if (name === "language") look.setLanguage(value as Language);
        else look.setThemeChoice(value as ThemeChoice);
      }}
    >
      <MenuTrigger disableButtonEnhancement>
        <Button appearance="subtle" icon={<SettingsRegular />} aria-label={t.settings} title={t.settings} />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuGroup>
            <MenuGroupHeader>{t.language}</MenuGroupHeader>
            <MenuItemRadio name="language" value="zh" lang="zh-CN">
              中文
            </MenuItemRadio>
            <MenuItemRadio name="language" value="en" lang="en">
              English
            </MenuItemRadio>
          </MenuGroup>
          <MenuDivider />
          <MenuGroup>
            <MenuGroupHeader>{t.theme}</MenuGroupHeader>
            <MenuItemRadio name="theme" value="system">
              {t.themeSystem}
            </MenuItemRadio>
            <MenuItemRadio name="theme" value="light">
              {t.themeLight}
            </MenuItemRadio>
            <MenuItemRadio name="theme" value="dark">
              {t.themeDark}
            </MenuItemRadio>
          </MenuGroup>
          {onSignOut && (
            <>
              <MenuDivider />
              <MenuItem onClick={onSignOut}>{t.signOut}</MenuItem>
            </>
          )}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
