import { defineText } from "../../shared/text";

export const hostText = defineText(
  {
    host: "Office 程序",
    noHost: "没有找到 Office",
    platform: "平台",
    hostVersion: "Office 版本",
    sets: "接口版本",
    cloud: "云环境",
    way: "登录方式",
    serviceVersion: "服务版本",
    address: "服务地址",
    byHand: "不能自动复制：请在框内全选后复制。",
  },
  {
    host: "Office program",
    noHost: "Office was not found",
    platform: "Platform",
    hostVersion: "Office version",
    sets: "Requirement sets",
    cloud: "Cloud",
    way: "Way of signing in",
    serviceVersion: "Service version",
    address: "Service address",
    byHand: "Copying was refused: select all in the box and copy it.",
  },
);
